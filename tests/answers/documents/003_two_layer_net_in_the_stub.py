import numpy as np


def sigmoid(x):
    """Given: the sigmoid of every entry. / 与えてあります: シグモイド関数"""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(x):
    """Given: softmax of each row of x, (N, M). / 与えてあります: 行ごとのソフトマックス関数"""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Given: mean over the batch; t is one-hot, (N, M), or labels, (N,). / 与えてあります: 交差エントロピー誤差"""
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    right = y[np.arange(len(y)), labels]
    return -np.mean(np.log(np.maximum(right, 1e-12)))


def numerical_gradient(f, x):
    """Given: the gradient of f at x; f(x) is asked while x is changed in place. / 与えてあります: 数値微分による勾配"""
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        gradient[index] = (above - below) / (2 * h)
        x[index] = kept
    return gradient


class TwoLayerNet:
    #Initialize input_size is the number of neurons in the input layer, hidden_size is the number of neurons in the hidden layer, output_size is the number of neurons in the output layer
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        #Weight initialization
        self.params = {}
        self.params['W1'] = weight_init_std * np.random.randn(input_size, hidden_size)#random
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = weight_init_std * np.random.randn(hidden_size, output_size)#random
        self.params['b2'] = np.zeros(output_size)
    def predict(self, x):
        W1, W2 = self.params['W1'], self.params['W2'] #Substitute weight parameters
        b1, b2 = self.params['b1'], self.params['b2']#Substitute bias parameters
        a1 = np.dot(x, W1) + b1#First layer weight x input signal calculation + bias
        z1 = sigmoid(a1) #Convert a1 calculated above with sigmoid function
        a2 = np.dot(z1, W2) + b2 #Second layer weight*calculation of z1+bias
        y = softmax(a2) #Pass a2 calculated above to y, which is the output layer
        return y
    # x:Input data, t:Teacher data
    def loss(self, x, t):#Loss function
        y = self.predict(x)#TwoLayerNet class instance, predict(x)Returns the result of.
        return cross_entropy_error(y, t)#The result is applied to the cross entropy error and the error is calculated by comparing with the teacher data. To
    #Calculate the correct answer rate. Recognition accuracy
    def accuracy(self, x, t):
        y = predict(x) #predict(x)I'm calculating, but I wonder if I don't need self?
        y = np.argmax(y, axis=1)#With argmax, only labels with high numbers are taken out.
        t = np.argmax(t, axis=1)#Use argmax to retrieve the correct label.
        accuracy = np.sum(y == t)/float(x.shape[0])#y==If t is True, sum it as 1, and divide it by the total number of data.
        return accuracy
    # x:Input data, t:Teacher data
    #Find partial differential and gradient
    def numerical_gradient(self, x, t):
        loss_W = lambda W: self.loss(x, t) #lambda anonymous function, lambda x:y x is the argument and y is the return value
        # def loss_W(W):
        # self.loss(x,t)Should have the same meaning as.
        grads = {}#Initialize grads.
        grads['W1'] = numerical_gradient(loss_W, self.params['W1'])#Gradient of the weight of the first layer. Calculated from the loss function and weight.
        grads['b1'] = numerical_gradient(loss_W, self.params['b1'])#The gradient of the bias of the first layer. Calculated from the loss function and weight.
        grads['W2'] = numerical_gradient(loss_W, self.params['W2'])#Gradient of the weight of the second layer. Calculated from the loss function and weight.
        grads['b2'] = numerical_gradient(loss_W, self.params['b2'])#The gradient of the bias of the second layer. Calculated from the loss function and weight.
        return grads
